/* Files and folders that are dropped on a form with files go into its first field of files, as if they were chosen. */
(() => {
  for (const vorm of document.querySelectorAll('[data-neerzetten]')) {
    const veld = vorm.querySelector('input[type="file"]');
    const gekozen = vorm.querySelector('[data-gekozen]');
    if (veld === null || gekozen === null) continue;

    const zeg = () => {
      const aantal = [...vorm.querySelectorAll('input[type="file"]')].reduce((som, een) => som + een.files.length, 0);
      gekozen.textContent = aantal === 0 ? '' : aantal === 1 ? '1 bestand gekozen.' : `${aantal} bestanden gekozen.`;
    };
    vorm.addEventListener('change', zeg);
    vorm.addEventListener('dragover', (gebeurd) => {
      if (![...gebeurd.dataTransfer.types].includes('Files')) return;
      gebeurd.preventDefault();
      vorm.classList.add('erboven');
    });
    vorm.addEventListener('dragleave', () => vorm.classList.remove('erboven'));
    vorm.addEventListener('drop', async (gebeurd) => {
      vorm.classList.remove('erboven');
      if (![...gebeurd.dataTransfer.types].includes('Files')) return;
      gebeurd.preventDefault();
      // Asked for at once: after the first wait the browser forgets what was dropped.
      const delen = [...gebeurd.dataTransfer.items].map((deel) => deel.webkitGetAsEntry() ?? deel.getAsFile());
      const houder = new DataTransfer();
      for (const deel of delen) for (const bestand of await bestandenIn(deel)) houder.items.add(bestand);
      veld.files = houder.files;
      zeg();
    });
  }

  /** All files of what was dropped, those of folders within it too; not those that a system hides. */
  async function bestandenIn(deel) {
    if (deel === null) return [];
    if (deel instanceof File) return [deel];
    if (deel.name.startsWith('.')) return [];
    if (deel.isFile) return [await new Promise((klaar, fout) => deel.file(klaar, fout))];
    const lezer = deel.createReader();
    const alle = [];
    // A folder is read a hundred at a time, until there is nothing more.
    for (;;) {
      const stuk = await new Promise((klaar, fout) => lezer.readEntries(klaar, fout));
      if (stuk.length === 0) break;
      alle.push(...stuk);
    }
    const bestanden = [];
    for (const een of alle) bestanden.push(...(await bestandenIn(een)));
    return bestanden;
  }
})();
