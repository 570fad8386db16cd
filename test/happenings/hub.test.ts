import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/happenings/happening.ts';
import { HappeningHub } from '../../src/happenings/hub.ts';
import type { Logger } from '../../src/log/logger.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const ended = (subject: string): Happening => ({ type: 'key.ended', subject, lane: null });

describe('the hub', () => {
  it('tells every listener everything, in order; hints are something else', () => {
    const hub = new HappeningHub(stilleLogger);
    const told: string[] = [];
    hub.listen(({ subject }) => told.push(`een ${subject}`));
    hub.listen(({ subject }) => told.push(`twee ${subject}`));
    hub.listenToHints(({ subject }) => told.push(`hint ${subject}`));
    hub.publish([ended('a'), ended('b')]);
    hub.hint({ type: 'key.ended', subject: 'c' });
    expect(told).toEqual(['een a', 'twee a', 'een b', 'twee b', 'hint c']);
  });

  it('goes on when a listener fails: what happened is committed', () => {
    const logged: unknown[][] = [];
    const logger = { ...stilleLogger, error: (...args: unknown[]) => void logged.push(args) } as unknown as Logger;
    const hub = new HappeningHub(logger);
    const told: (string | null)[] = [];
    hub.listen(() => {
      throw new TypeError('secret');
    });
    hub.listen(({ subject }) => told.push(subject));
    hub.publish([ended('a'), ended('b')]);
    expect(told).toEqual(['a', 'b']);
    expect(logged).toHaveLength(2);
    expect(JSON.stringify(logged)).toContain('key.ended');
  });
});
