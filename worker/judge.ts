/**
 * Says which workers are silent only while it has seen the database all along: after an outage all of them seem so, and
 * the work that they still hold, and have paid for, would be taken from them.
 */
export class Judge {
  readonly #blindForMs: number;
  #blindUntil = 0;

  constructor(blindForMs: number) {
    this.#blindForMs = blindForMs;
  }

  /** @returns how many were rescued; 0 where nothing may be said yet */
  async decide(rescue: () => Promise<number>): Promise<number> {
    if (performance.now() < this.#blindUntil) return 0;
    try {
      return await rescue();
    } catch (error) {
      this.#blindUntil = performance.now() + this.#blindForMs;
      throw error;
    }
  }
}
