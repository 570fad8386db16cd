import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { POSTS } from '../../src/dashboard/pages/pages.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const MIB = 2 ** 20;
const TYPE = { 'content-type': 'multipart/form-data; boundary=b' };

let o: Opstelling;
beforeAll(async () => {
  o = await Opstelling.maak({ paginas: true });
});

/** Fields, each within what one field may be; how many of them were read. */
function fields(count: number, bytes: number) {
  let read = 0;
  const pieces = function* () {
    for (; read < count; read++) {
      yield Buffer.from(`--b\r\nContent-Disposition: form-data; name="f${read}"\r\n\r\n`);
      yield Buffer.alloc(bytes, 'x');
      yield Buffer.from('\r\n');
    }
    yield Buffer.from('--b--\r\n');
  };
  const length = count * (bytes + `--b\r\nContent-Disposition: form-data; name="f0"\r\n\r\n\r\n`.length + 1) + 7;
  return { stream: Readable.from(pieces()), length: String(length), read: () => read };
}

describe('a form with files', () => {
  it('is bounded as a whole, before anything of it is read, also of who has no key', async () => {
    for (const said of [true, false]) {
      const { stream, length, read } = fields(30, MIB);
      const headers = { ...TYPE, ...(said ? { 'content-length': length } : {}) };
      const { statusCode, headers: got } = await new Visitor(o).ask({
        ...{ method: 'POST', url: '/aanmelden', headers, payload: stream },
      });
      expect([said, statusCode, got.connection]).toEqual([said, said ? 413 : 400, 'close']);
      expect(read()).toBeLessThan(3);
    }
  });

  it('is so at every form that is posted', async () => {
    const visitor = await Visitor.signedIn(o, 'beheerder');
    const gemeente = await Visitor.signedIn(o, 'gemeente');
    for (const { path } of POSTS) {
      const url = path.replace(/:\w+/g, '1');
      const ask = (who: Visitor) => {
        const { stream, length } = fields(35, MIB);
        return who.ask({ method: 'POST', url, headers: { ...TYPE, 'content-length': length }, payload: stream });
      };
      const [een, ander] = [await ask(visitor), await ask(gemeente)];
      expect([url, [een.statusCode, ander.statusCode].find((status) => status !== 403)]).toEqual([url, 413]);
    }
  });

  it('may be as large as a document where it brings one', async () => {
    const visitor = await Visitor.signedIn(o, 'gemeente');
    const files = Array.from({ length: 3 }, (_, nr) => new File([new Uint8Array(MIB)], `${nr}.xml`));
    expect((await visitor.sendFiles('/proberen', {}, files, 'bestand')).statusCode).toBe(200);
  });
});
