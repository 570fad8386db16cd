import { Chance } from './chance.mjs';
import { referenceOf } from './messages.mjs';

/** Who decides at the gemeenten: most of what waits longer than two days, in time; the youngest stay. */
export function decisions({ parties, children, gemeenten, seed }) {
  const byReference = new Map(children.map((child) => [`${child.aanbieder} ${referenceOf(child)}`, child]));
  return async (today) => {
    for (const gemeente of gemeenten) {
      await parties.werkbak(gemeente, (item) => {
        const chance = new Chance(`${seed} ${today} ${item.aanbieder} ${item.referentie}`);
        if (!chance.happens(0.25)) return undefined;
        const child = byReference.get(`${item.aanbieder} ${item.referentie}`);
        if (child === undefined) return chance.happens(0.4) ? { body: { besluit: 'afwijzen', reden: '2' } } : undefined;
        if (chance.happens(0.1)) return { body: { besluit: 'afwijzen', reden: '2' } };
        if (child.budget !== null && chance.happens(0.6)) return { body: { besluit: 'toewijzen', soort: 'maatwerk' } };
        return {
          body: { besluit: 'toewijzen' },
          assigned: (nummer) => {
            child.toewijzing = nummer;
          },
        };
      });
    }
  };
}

/** What the gemeenten do about budgets that run out: some get a maatwerksignaalbudget. */
export async function grants({ parties, children }) {
  let granted = 0;
  for (const child of children.filter(({ budget, pace = 0, begun }) => begun && budget !== null && pace >= 1)) {
    if (!child.chance.happens(0.3)) continue;
    const client = await parties.client(child.gemeente);
    const path = `/api/v1/toewijzingen/${child.gemeente}/${child.toewijzing}/signaalbudget`;
    const asked = { bedrag: Math.round(child.budget * 1.5), reden: 'Het gezin heeft langer hulp nodig.' };
    if ((await client.json('PUT', path, asked)).status === 200) granted++;
  }
  return granted;
}
