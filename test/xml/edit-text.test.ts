import { expect, it } from 'vitest';
import { editText } from '../../src/xml/edit/edit-text.ts';

const none = { set: new Map<string, string>(), remove: new Set<string>() };
const XML =
  '<?xml version="1.0"?>\r\n<a:B xmlns:a="x>y">\r\n  <a:P><a:N>één 🙂</a:N><a:T>1</a:T></a:P>\r\n  <a:P><a:T>2</a:T></a:P>\r\n</a:B>';

it('sets the text of elements by their path, and leaves every other byte', () => {
  const set = new Map([
    ['/B/P[1]/T', '5 & <6>'],
    ['/B/P[2]/T', '7'],
    ['/B/P[3]/T', 'nergens'],
  ]);
  const beter = editText(XML, { ...none, set });
  expect(beter).toBe(XML.replace('>1<', '>5 &amp; &lt;6&gt;<').replace('>2<', '>7<'));
  expect(editText(XML, none)).toBe(XML);
});

it('takes elements out with the blanks before them, and what lies in them', () => {
  const set = new Map([['/B/P[1]/T', '9']]);
  expect(editText(XML, { set, remove: new Set(['/B/P[1]']) })).toBe(
    '<?xml version="1.0"?>\r\n<a:B xmlns:a="x>y">\r\n  <a:P><a:T>2</a:T></a:P>\r\n</a:B>',
  );
  expect(editText(XML, { ...none, remove: new Set(['/B/P[1]', '/B/P[2]']) })).toBe(
    '<?xml version="1.0"?>\r\n<a:B xmlns:a="x>y">\r\n</a:B>',
  );
});

it('finds its place on one long line, after characters outside of the first plane', () => {
  const regel = `<B>${'<P><N>🙂</N><T>1</T></P>'.repeat(2000)}</B>`;
  const set = new Map([['/B/P[2000]/T', '2']]);
  const beter = editText(regel, { ...none, set });
  expect(beter).toBe(`${regel.slice(0, regel.lastIndexOf('1'))}2${regel.slice(regel.lastIndexOf('1') + 1)}`);
});
