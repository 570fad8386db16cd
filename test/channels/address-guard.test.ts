import { describe, expect, it } from 'vitest';
import { isPublicAddress, targetProblem } from '../../src/channels/address-guard.ts';

const WELL = ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'];
const PRIVATE = [
  ...['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '240.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1'],
  ...['::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '2002:7f00:1::', 'localhost', ''],
];

describe('an address', () => {
  it.each(WELL)('%s lies on the internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(PRIVATE)('%s does not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a target', () => {
  const asked: string[] = [];
  const names: Readonly<Record<string, readonly string[]>> = {
    'epd.voorbeeld.nl': WELL,
    'twee.voorbeeld.nl': [WELL[0] ?? '', '10.0.0.1'],
  };
  const resolve = async (host: string) => {
    asked.push(host);
    const found = names[host];
    if (found === undefined) throw new Error('ENOTFOUND');
    return found;
  };
  const problem = (target: string, privateAllowed = false) => targetProblem(target, { privateAllowed, resolve });

  it('may be any name on the internet, also one that cannot be found now', async () => {
    expect(await problem('https://epd.voorbeeld.nl:8443/ijw?x=1')).toBeNull();
    expect(await problem('https://later.voorbeeld.nl/')).toBeNull();
    expect(asked).toEqual(['epd.voorbeeld.nl', 'later.voorbeeld.nl']);
  });

  it.each([
    ['https://twee.voorbeeld.nl/', 'eigen of lokaal netwerk'],
    // As a browser reads them: 127.0.0.1.
    ['https://2130706433/', 'eigen of lokaal netwerk'],
    ['https://0x7f.1/', 'eigen of lokaal netwerk'],
    ['https://[::ffff:10.0.0.1]/', 'eigen of lokaal netwerk'],
    ['https://169.254.169.254/latest/meta-data', 'eigen of lokaal netwerk'],
    ['http://epd.voorbeeld.nl/', 'Gebruik https'],
    ['ftp://epd.voorbeeld.nl/', 'https://'],
    ['epd.voorbeeld.nl', 'https://'],
    [`https://epd.voorbeeld.nl/${'a'.repeat(2_048)}`, 'https://'],
    ['https://wie:geheim@epd.voorbeeld.nl/', 'naam of wachtwoord'],
    ['https://epd.voorbeeld.nl/#deel', 'deel vanaf #'],
  ])('%s is refused', async (target, why) => {
    expect(await problem(target)).toContain(why);
  });

  it('may be anything of the kind where that is allowed, and still must be an address', async () => {
    expect(await problem('http://127.0.0.1:8080/', true)).toBeNull();
    expect(await problem('javascript:alert(1)', true)).not.toBeNull();
    expect(await problem('http://a:b@127.0.0.1/', true)).not.toBeNull();
  });
});
