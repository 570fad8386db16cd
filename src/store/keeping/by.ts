/** Who asked, where that is no key of the API. */
export const BY_HAND = { door: 'opdrachtregel', doorNaam: 'purge' };
export const BY_DAY = { door: 'gateway', doorNaam: 'bewaartermijn' };
