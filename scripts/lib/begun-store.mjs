/**
 * Makes the embedded database in the folder that is its argument, empty and up to date. A gateway of a test begins with a copy
 * of it (test/servers/gateway.ts), which saves it half of its first start.
 */
const { openStore } = await import(new URL('../../dist/src/store/open-store.js', import.meta.url).href);
const store = await openStore({ dataDir: process.argv[2] });
await store.migrate();
await store.close();
