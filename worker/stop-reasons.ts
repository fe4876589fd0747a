/** This worker is about to end; its tasks go back into the queue. */
export class WorkerStopping extends Error {
  constructor() {
    super("The worker is stopping");
    this.name = "WorkerStopping";
  }
}

/** An attempt took longer than its type allows. */
export class AttemptTimeout extends Error {
  readonly minutes: number;

  constructor(minutes: number) {
    super(`The attempt took longer than ${minutes} minutes`);
    this.name = "AttemptTimeout";
    this.minutes = minutes;
  }
}
