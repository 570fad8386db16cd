import { expect, it } from 'vitest';
import { SIGNAAL_STANDEN, vanStanden } from '../../src/signaalbudget/signaal-stand.ts';

it('each party sets what is its own to say, and nobody opens a signal again', () => {
  const zetbaar = (partij: 'aanbieder' | 'gemeente') => SIGNAAL_STANDEN.filter((s) => vanStanden(partij, s).length > 0);
  expect(zetbaar('aanbieder')).toEqual(['afronden', 'aangevraagd']);
  expect(zetbaar('gemeente')).toEqual(['toegekend', 'geweigerd']);
  expect(vanStanden('aanbieder', 'aangevraagd')).not.toContain('toegekend');
  expect(vanStanden('gemeente', 'geweigerd')).toContain('aangevraagd');
});
