import { describe, expect, it } from 'vitest';
import { klassenVan } from '../../src/rules/klasse.ts';
import { behandelVolgorde } from '../../src/rules/volgorde.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { bericht, met } from './builders.ts';

function volgorde(van: Bericht): string[] {
  return behandelVolgorde(klassenVan(van)).map((klasse) => klasse.pad.replace('/Bericht/', ''));
}

describe('the order of handling', () => {
  it('takes removals before new starts', () => {
    const verwijdering = met(bericht('JW305'), ['Client/StartProducten/StartProduct[2]/StatusAanlevering', '3']);
    expect(volgorde(verwijdering)).toEqual([
      'Header',
      'Client',
      'Client/StartProducten/StartProduct[2]',
      'Client/StartProducten/StartProduct[1]',
    ]);
  });

  it('takes the declaratie, then all clients, then credits, then debets', () => {
    const prestatie = 'Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/IngediendBedrag/DebetCredit';
    expect(volgorde(met(bericht('JW323'), [prestatie, 'C']))).toEqual([
      'Header',
      'Declaratie',
      'Declaratie/Clienten/Client[1]',
      'Declaratie/Clienten/Client[2]',
      'Declaratie/Clienten/Client[2]/Prestaties/Prestatie',
      'Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]',
      'Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]',
    ]);
  });

  it('keeps document order elsewhere', () => {
    const klassen = klassenVan(bericht('JW301'));
    expect(behandelVolgorde(klassen)).toEqual(klassen);
  });
});
