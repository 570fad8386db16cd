/** What happens when: days of the month (0 is the first), and moments of a day (0 to 4, from eight until five). */
export class Plan {
  #steps = [];
  #last;

  constructor(lastDay) {
    this.#last = lastDay;
  }

  /** Nothing comes before the first day or after today. */
  at(day, act) {
    this.#steps.push({ day: Math.max(0, Math.min(this.#last, day)), act });
  }

  /** As `at`, but only when it is not later than today. */
  until(day, act) {
    if (day <= this.#last) this.at(day, act);
  }

  /** Steps of a day, in five parts that follow each other; within one they may go at once. */
  partsOf(day) {
    const steps = this.#steps.filter((step) => step.day === day);
    return [0, 1, 2, 3, 4].map((part) => steps.filter((_, i) => i % 5 === part).map(({ act }) => act));
  }
}
