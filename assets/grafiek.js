/* Draws the charts of a page with uPlot. The numbers stand in the page; the table beside a chart says the same. */
(() => {
  const HOOGTE = 240;
  /** Steps along the axis of what is counted. */
  const HELE = [0, 1, 2, 3, 4, 5, 6].flatMap((macht) => [1, 2, 5].map((stap) => stap * 10 ** macht));

  function kleur(naam) {
    return getComputedStyle(document.documentElement).getPropertyValue(naam).trim();
  }

  /** Series on top of each other: the first stands on the axis. */
  function gestapeld(reeksen) {
    const som = [];
    return reeksen.map(({ waarden }) =>
      waarden.map((waarde, i) => {
        som[i] = (som[i] ?? 0) + waarde;
        return som[i];
      }),
    );
  }

  function teken(figuur) {
    const doek = figuur.querySelector('.doek');
    const { assen, reeksen, soort, eenheid, as: langsAs } = JSON.parse(figuur.dataset.grafiek);
    if (doek === null || assen.length === 0) return;
    const staven = soort === 'staven';
    const echt = reeksen.map(({ waarden }) => waarden);
    // What is drawn last lies on top, so the highest of a stack comes first.
    const volgorde = reeksen.map((_reeks, i) => (staven ? reeksen.length - 1 - i : i));
    const lijnen = staven ? gestapeld(reeksen) : echt;
    const getal = new Intl.NumberFormat(
      'nl-NL',
      eenheid === 'euro' ? { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } : {},
    );
    const toon = (waarde) =>
      waarde === null || waarde === undefined ? '' : getal.format(eenheid === 'euro' ? waarde / 100 : waarde);
    const as = {
      stroke: kleur('--zacht'),
      grid: { stroke: kleur('--lijn'), width: 1 },
      ticks: { stroke: kleur('--lijn') },
    };
    doek.replaceChildren();
    const plot = new window.uPlot(
      {
        width: Math.max(260, doek.clientWidth),
        height: HOOGTE,
        scales: {
          x: { time: false },
          y: { range: (_u, laag, hoog) => [Math.min(0, laag), hoog === 0 ? 1 : hoog * 1.05] },
        },
        cursor: { drag: { x: false, y: false } },
        axes: [
          { ...as, values: (_u, plaatsen) => plaatsen.map((p) => (Number.isInteger(p) ? (assen[p] ?? '') : '')) },
          // Half a message there is not.
          {
            ...as,
            incrs: eenheid === 'euro' ? undefined : HELE,
            size: eenheid === 'euro' ? 80 : 50,
            values: (_u, plaatsen) => plaatsen.map(toon),
          },
        ],
        series: [
          { label: langsAs, value: (_u, p) => (p === null ? 'wijs aan in de grafiek' : (assen[p] ?? '')) },
          ...volgorde.map((i) => ({
            label: reeksen[i].naam,
            stroke: kleur(`--reeks-${reeksen[i].kleur}`),
            width: staven ? 0 : 2,
            value: (_u, _waarde, _reeks, plek) => (plek === null ? '' : toon(echt[i][plek])),
            ...(staven
              ? {
                  fill: kleur(`--reeks-${reeksen[i].kleur}`),
                  paths: window.uPlot.paths.bars({ size: [0.7, 60] }),
                  points: { show: false },
                }
              : {}),
          })),
        ],
      },
      [assen.map((_as, i) => i), ...volgorde.map((i) => lijnen[i])],
      doek,
    );
    figuur.plot = plot;
  }

  function tekenAlles() {
    for (const figuur of document.querySelectorAll('[data-grafiek]')) teken(figuur);
  }

  let wacht;
  window.addEventListener('resize', () => {
    clearTimeout(wacht);
    wacht = setTimeout(tekenAlles, 150);
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tekenAlles);
  document.addEventListener('ijw-ververst', tekenAlles);
  tekenAlles();
})();
