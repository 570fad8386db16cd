import { describe, expect, it } from 'vitest';
import { PgHosts } from '../../src/store/engine/pg/pg-hosts.ts';

describe('the servers of DATABASE_URL', () => {
  it('are one, as it stands there, unless it names several', () => {
    for (const url of [
      'postgres://ijw:a,b@db:5432/ijw',
      'postgresql://db/ijw?application_name=a,b',
      'postgres:///ijw',
    ]) {
      const hosts = new PgHosts(url);
      expect([hosts.count, hosts.url]).toEqual([1, url]);
      hosts.gaveUp(url);
      expect(hosts.url).toBe(url);
    }
  });

  it('get their turn: who was given up is followed by the next, and is asked again in the end', () => {
    const hosts = new PgHosts('postgres://ijw:geheim@een:5432,twee/ijw?sslmode=require');
    const [one, two] = ['een:5432', 'twee'].map((host) => `postgres://ijw:geheim@${host}/ijw?sslmode=require`);
    expect([hosts.count, hosts.url]).toEqual([2, one]);
    hosts.gaveUp(one ?? '');
    expect(hosts.url).toBe(two);
    // Said by one that was at the first still: the second is not given up with it.
    hosts.gaveUp(one ?? '');
    expect(hosts.url).toBe(two);
    hosts.gaveUp(two ?? '');
    expect(hosts.url).toBe(one);
  });
});
