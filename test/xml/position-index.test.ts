import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { metPositie, positions } from '../../src/xml/read/position-index.ts';
import { bytes } from './voorbeeld.ts';

const XML = `<?xml version="1.0"?>
<!-- <p:a><b> -->
<p:a xmlns:p="u" q="x > y"><p:b>é𝒂</p:b><![CDATA[<p:b/>]]><p:b c='"/>'/>
  <?pi <p:b> ?><p:c><d:b/></p:c>
\t<b/>
</p:a>`;

describe('positions', () => {
  const index = positions(bytes(XML));
  it.each([
    ['/a', 3, 1],
    ['/a[1]', 3, 1],
    ['/a/b[1]', 3, 28],
    ['/a/b[2]', 3, 59],
    ['/a/c', 4, 16],
    ['/a/c/b', 4, 21],
    ['/a/b[3]', 5, 2],
  ])('%s stands at %i:%i', (pad, lijn, kolom) => {
    expect(index.at(pad)).toEqual({ lijn, kolom });
  });

  it.each(['', '/', '/b', '/a/b[4]', '/a/c/b[2]', '/a/c/b/x', 'a'])('knows no %j', (pad) => {
    expect(index.at(pad)).toBeNull();
  });

  it.each([
    ['/p:a/p:b[2]', '/a/b[2]'],
    ['/p:a/*[4]', '/a/b[3]'],
    ['/*/*[3]/d:b', '/a/c/b'],
    ['/p:a/b', '/a/b[3]'],
  ])('reads %s of libxml2 as %s', (xpath, pad) => {
    expect(index.vanXPath(xpath)).toEqual({ pad, ...index.at(pad) });
  });

  it('never fails on broken markup', () => {
    for (const tekst of [
      '',
      '<',
      '<a',
      '<a b="',
      '<!--',
      '<![CDATA[',
      '<?',
      '</a>',
      '<a></b></c><d>',
      '<!DOCTYPE',
      '\ufeff',
    ]) {
      expect(positions(bytes(tekst)).at('/x')).toBeNull();
    }
  });
});

describe('metPositie', () => {
  const bevinding: Bevinding = {
    niveau: 2,
    regel: 'TR1',
    retourcode: null,
    ernst: 'fout',
    pad: '/a/c/weg',
    lijn: null,
    kolom: null,
    melding: '',
  };

  it('gives what is missing the place of what should hold it', () => {
    expect(metPositie([bevinding], bytes(XML))).toEqual([{ ...bevinding, lijn: 4, kolom: 16 }]);
  });

  it('leaves alone what has a place or no path', () => {
    const vast = [
      { ...bevinding, lijn: 9, kolom: 9 },
      { ...bevinding, pad: null },
    ];
    expect(metPositie(vast, bytes(XML))).toEqual(vast);
  });
});
