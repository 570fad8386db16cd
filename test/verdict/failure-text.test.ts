import { expect, it } from 'vitest';
import { failureText, refusedAnswer } from '../../src/judging/failure-text.ts';
import { SamenstellingFout } from '../../src/verdict/samenstelling.ts';

it('what a thread tells of a failure: which of our own rules an answer would break, and nothing of a message', () => {
  const bevinding = { niveau: 1, retourcode: null, ernst: 'fout', lijn: null, kolom: null, melding: 'geheim' } as const;
  const fout = new SamenstellingFout({ type: 'JW325', release: '3.2', inhoud: {} }, [
    { ...bevinding, regel: 'CS325', pad: '/Bericht/Header' },
    { ...bevinding, regel: 'XSD', pad: '/Bericht/Client[1]' },
  ]);
  expect(failureText(fout)).toContain('SamenstellingFout (CS325, XSD /Bericht/Client[1])');
  expect(refusedAnswer(fout)).toBe('JW325: CS325, XSD /Bericht/Client[1]');
  expect(refusedAnswer(new Error('geheim'))).toBeNull();
  expect(failureText(new Error('geheim'))).not.toContain('geheim');
  expect(failureText('geheim')).toBe('unknown');
});
