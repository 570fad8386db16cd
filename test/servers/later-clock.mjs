// Given to `node --import`: the clock of a process stands so many years later. What the database asks of itself does not.
const MS = Number(process.env.JAREN_LATER) * 365.25 * 24 * 3_600_000;
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + MS] : given));
  }
  static now() {
    return Real.now() + MS;
  }
};
