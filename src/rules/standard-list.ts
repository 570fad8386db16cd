/**
 * The rules of iJW 3.2 that a message can be tested against: 80 technical rules, 22 conditions and 19 constraints. Our own
 * list, so that a rule that nobody wrote is noticed here too; where the published list is at hand a test compares them.
 */
const TECHNISCH =
  '002 006 018 019 056 061 063 071 074 101 134 135 137 302 304 307 308 314 315 316 318 319 321 322 323 326 332 333 335 337 ' +
  '338 339 340 341 342 346 347 349 350 351 352 353 355 357 358 359 360 361 365 366 367 369 371 373 374 375 376 377 378 379 ' +
  '380 381 382 383 384 385 386 387 388 389 390 409 410 411 412 413 414 415 416 418';
const CONDITIES = '005 007 009 025 034 041 043 060 066 067 068 075 076 077 078 079 080 085 086 087 095 096';
const CONSTRAINTS = '002 003 015 025 050 058 089 100 139 318 319 325 335 336 337 338 339 340 343';

function codes(soort: string, nummers: string): string[] {
  return nummers.split(' ').map((nummer) => `${soort}${nummer}`);
}

export const STANDAARD_REGELS: readonly string[] = [
  ...codes('TR', TECHNISCH),
  ...codes('CD', CONDITIES),
  ...codes('CS', CONSTRAINTS),
];
