const met = (type: string, codes: string) => codes.split(' ').map((code) => `${type} ${code}`);
const RETOURS = ['JW302', 'JW306', 'JW308', 'JW316', 'JW318', 'JW320'];
const BEIDE = 'goedgekeurd afgekeurd';

/** By type and release: what became of it, then the retourcodes (of an answer: the rules) that refused it. */
export const TE_ZIEN: readonly string[] = [
  ...met('JW301', `${BEIDE} 0001 8848 9056 9332 9379 9385 S329`),
  ...met('JW301 van 2.3', `${BEIDE} 0001 8848 S329`),
  ...met('JW303 van 2.3', `${BEIDE} deels-goedgekeurd 8001 0001 0030 8214 8847 8848 8855 8856 8187 0233`),
  ...met('JW303 van 2.3', '0551 0611 1112 1142 8017 8853 8854 9307 9308 9309 9319 9321 9322 S329'),
  ...met('JW305', `${BEIDE} 0001 8848 9019 9063 9071 9074 9326`),
  ...met('JW305 van 2.3', `${BEIDE} 0001 9019 9063 9074 9326`),
  ...met('JW307', `${BEIDE} 0001 8848 9019 9063 9069 9074 9413 9414 9415`),
  ...met('JW307 van 2.3', `${BEIDE} 0001 9019 9063 9069`),
  ...met('JW315', `${BEIDE} 0001 8848 9347 9374 S329`),
  ...met('JW315 van 2.3', `${BEIDE} 0001 8848 S329`),
  ...met('JW317', `${BEIDE} 0001 8187 9347 9349 9350 9351 9357 9361 9373 9374 9411 9412 S329`),
  ...met('JW319', `${BEIDE} 0001 8848 9355 9359 9360 9365`),
  ...met('JW323', `${BEIDE} deels-goedgekeurd 8001 0001 8214 8848 9056 9333 8187 0233`),
  ...met(
    'JW323',
    '0611 8017 8021 9307 9308 9319 9321 9322 9338 9339 9340 9341 9346 9369 9384 9387 9388 9389 9390 S329',
  ),
  ...RETOURS.flatMap((type) => met(type, `${BEIDE} POORT-RETOUR`)),
  ...['JW302', 'JW306', 'JW308', 'JW316'].flatMap((type) => met(`${type} van 2.3`, BEIDE)),
  ...met('JW304 van 2.3', `${BEIDE} IV032 IV056 TR304 TR320 TR366 TR367`),
  ...met('JW325', `${BEIDE} TR135 TR304 TR337 TR342 TR366 TR367 TR376`),
];
