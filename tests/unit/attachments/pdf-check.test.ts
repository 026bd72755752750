import { expect, test } from 'vitest';
import { requireHarmlessPdf } from '../../../electron/data/attachments/pdf-check.ts';
import { toFailure } from '../../../shared/failure.ts';
import { packedObjects, pdf } from './samples.ts';

const codeOf = (bytes: Buffer) => {
  try {
    requireHarmlessPdf(bytes);
    return 'ok';
  } catch (error) {
    return toFailure(error).code;
  }
};
const stream = (content: string, dictionary = '') =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

test.each([
  ['an empty page', pdf()],
  ['an ordinary action that opens a page', pdf(['<< /OpenAction [3 0 R /Fit] >>'])],
  ['objects that are packed', pdf([packedObjects('1 0 << /Type /Annot >>')])],
  ['a picture whose bytes happen to say /JS', pdf([stream('…/JS (x)…', '/Subtype /Image')])],
  ['a name that only begins like one', pdf(['<< /JSON 1 /Launcher 2 /JavaScriptless 3 >>'])],
])('%s is taken', (_what, bytes) => {
  expect(codeOf(bytes)).toBe('ok');
});

test.each([
  ['a script at opening', pdf(['<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>'])],
  ['a script by reference', pdf(['<< /S /JavaScript /JS 9 0 R >>'])],
  ['only the short name', pdf(['<< /JS(app.alert(1)) >>'])],
  ['a name with escaped letters', pdf(['<< /S /J#61vaScript /#4a#53 (x) >>'])],
  ['a program to start', pdf(['<< /A << /S /Launch /F (cmd.exe) >> >>'])],
  ['an embedded file', pdf(['<< /Type /EmbeddedFile >>'])],
  ['a list of embedded files', pdf(['<< /Names << /EmbeddedFiles 5 0 R >> >>'])],
  ['a form that sends', pdf(['<< /S /SubmitForm /F (http://x) >>'])],
  ['an XFA form', pdf(['<< /AcroForm << /XFA 7 0 R >> >>'])],
  ['a script in packed objects', pdf([packedObjects('1 0 << /JS (app.alert(1)) >>')])],
  ['a long name inside a stream', pdf([stream('<< /S /JavaScript >>')])],
  ['packing that is not known', pdf([stream('xxxx', '/Type /ObjStm /Filter /LZWDecode')])],
  ['packing upon packing', pdf([stream('xxxx', '/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]')])],
  ['packed objects that are broken', pdf([stream('xxxx', '/Type /ObjStm /Filter /FlateDecode')])],
  ['a password', pdf([], '/Encrypt 9 0 R')],
  ['a file cut short', pdf().subarray(0, -20)],
])('%s is refused', (_what, bytes) => {
  expect(codeOf(bytes)).toBe('invalid');
});

test('packed objects that unpack without end are refused before they fill the memory', () => {
  const bomb = pdf([packedObjects(' '.repeat(80 * 1024 * 1024))]);
  expect(bomb.length).toBeLessThan(200_000);
  expect(codeOf(bomb)).toBe('invalid');
});

test('a name across the border of two windows is found', () => {
  const head = pdf().toString('latin1').replace('%%EOF\n', '');
  for (const shift of [-20, -11, -6, -1, 0, 1]) {
    const filler = `%${'x'.repeat(1024 * 1024 + shift - head.length - 2)}\n`;
    const bytes = Buffer.from(`${head}${filler}/JavaScript (x)\n%%EOF\n`, 'latin1');
    expect(codeOf(bytes)).toBe('invalid');
  }
});
