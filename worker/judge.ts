/**
 * Says which workers are silent only while it has seen the database all along: after an outage, or after this process
 * itself was stopped for a while, all of them seem so, and the work that they still hold, and have paid for, would be
 * taken from them.
 */
export class Judge {
  readonly #blindForMs: number;
  #blindUntil = 0;
  #lookedAt = Date.now();

  constructor(blindForMs: number) {
    this.#blindForMs = blindForMs;
  }

  /** @returns how many were rescued; 0 where nothing may be said yet */
  async decide(rescue: () => Promise<number>): Promise<number> {
    // By the clock on the wall: the other one stands still while the machine sleeps.
    if (Date.now() - this.#lookedAt > this.#blindForMs) this.#closeEyes();
    try {
      return performance.now() < this.#blindUntil ? 0 : await rescue();
    } catch (error) {
      this.#closeEyes();
      throw error;
    } finally {
      this.#lookedAt = Date.now();
    }
  }

  #closeEyes(): void {
    this.#blindUntil = performance.now() + this.#blindForMs;
  }
}
