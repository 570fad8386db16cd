/** Nine more aanbieders than the sample agreements have, each with the products of one of those. All of them are invented. */
const MORE = [
  ['42420004', 'Jeugdhulp Zonnewende (fictief)'],
  ['42420005', 'Praktijk Veldmuis (fictief)'],
  ['42420006', 'Kinderpraktijk Waterlelie (fictief)'],
  ['42420007', 'Begeleiding Kompasroos (fictief)'],
  ['42420008', 'Ambulant Team Regenboogbrug (fictief)'],
  ['42420009', 'Zorghuis Kastanjelaan (fictief)'],
  ['42420010', 'Gezinsteam Morgenrood (fictief)'],
  ['42420011', 'Jeugdpraktijk Elzenhof (fictief)'],
  ['42420012', 'Hulpverlening Zilverreiger (fictief)'],
];
const COPIED = '42420001';

/** The sample agreements with more aanbieders. */
export function widened(document) {
  const contracts = document.contracten.filter(
    ({ aanbieder, geldigTot, producten }) => aanbieder === COPIED && geldigTot === null && producten.length > 0,
  );
  return {
    ...document,
    versie: `${document.versie}-demo`,
    aanbieders: [...document.aanbieders, ...MORE.map(([agb, naam]) => ({ agb, naam, retour: 'gateway' }))],
    contracten: [
      ...document.contracten,
      ...MORE.flatMap(([agb]) =>
        contracts.map((contract) => ({ ...contract, nummer: `${contract.nummer}-${agb.slice(-2)}`, aanbieder: agb })),
      ),
    ],
  };
}
