import { expect, it } from 'vitest';
import type { Signaalbudget } from '../../src/dossier/toewijzing.ts';
import { bovenVast } from '../../src/signaalbudget/boven-vast.ts';

const met = (bedrag: number, soort: Signaalbudget['soort'] = 'maatwerk') => ({ signaalbudget: { soort, bedrag } });
const ZONDER = { signaalbudget: null };

it('tells by how much what is assigned is above the fixed signaalbudget, by the larger of what is known of it', () => {
  expect(bovenVast(300_000, 480_000, ZONDER)).toBe(180_000);
  expect(bovenVast(300_000, 480_000, met(600_000))).toBe(300_000);
  expect(bovenVast(300_000, 480_000, met(300_000))).toBe(180_000);
  expect(bovenVast(300_000, null, met(350_000))).toBe(50_000);
  expect(bovenVast(300_000, 300_000, met(250_000))).toBe(0);
  expect(bovenVast(300_000, 300_000, met(500_000, 'standaard'))).toBe(0);
  expect(bovenVast(300_000, null, met(250_000))).toBe(0);
});

it('does not call within it what nothing is known of', () => {
  expect(bovenVast(300_000, null, ZONDER)).toBeNull();
  expect(bovenVast(300_000, null, met(300_000, 'standaard'))).toBeNull();
});
