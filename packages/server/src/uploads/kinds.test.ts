import assert from 'node:assert/strict';
import {test} from 'node:test';
import {docx, DOCX_PARTS, jpeg, pdf, png, zip, type ZipEntry} from '../testing/files.ts';
import {FileProbe} from './kinds.ts';
import {readFileName} from './name.ts';
import {FileRefusedError, type Refusal} from './refused.ts';

/** What is said of a file, as it comes in pieces. */
function judge(content: Buffer, header: string, piece = 1000): string {
  try {
    const probe = new FileProbe();
    const name = readFileName(header);
    for (let at = 0; at < content.length; at += piece) probe.push(content.subarray(at, at + piece));
    return probe.finish(name);
  } catch (error) {
    if (!(error instanceof FileRefusedError)) throw error;
    return error.reason;
  }
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const at = (position: number, bytes: Buffer, more: Buffer | string): Buffer =>
  Buffer.concat([bytes.subarray(0, position), Buffer.from(more), bytes.subarray(position)]);
const big = Buffer.alloc(300_000, 0x41);

const GOOD: readonly [name: string, content: Buffer, type: string][] = [
  ['id.png', png(), 'image/png'],
  ['ID.PNG', png({width: 4000, height: 3000}), 'image/png'],
  ['身份证正面.png', png({text: 'scanned by a scanner'}), 'image/png'],
  ['a b.png', png({text: 'x'.repeat(5000)}), 'image/png'],
  ['id.jpg', jpeg(), 'image/jpeg'],
  ['id.jpeg', jpeg({width: 4000, height: 3000}), 'image/jpeg'],
  ['id.JPG', jpeg({comment: 'camera'}), 'image/jpeg'],
  ['照片（1）.jpg', jpeg({filler: big}), 'image/jpeg'],
  ['trailer.jpg', Buffer.concat([jpeg(), Buffer.from('SEFT of a telephone')]), 'image/jpeg'],
  ['a.pdf', pdf(), 'application/pdf'],
  ['b.PDF', pdf(undefined, '1.4'), 'application/pdf'],
  ['授权委托书.pdf', pdf(undefined, '2.0'), 'application/pdf'],
  ['long.pdf', pdf(big.toString()), 'application/pdf'],
  ['xmp.pdf', pdf('<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>'), 'application/pdf'],
  ['late.pdf', Buffer.concat([pdf(), Buffer.alloc(100, 10)]), 'application/pdf'],
  ['a.docx', docx(), WORD],
  ['说明.docx', docx({name: 'word/media/image1.png'}), WORD],
  ['c.DOCX', docx({name: 'word/printerSettings/printerSettings1.bin'}), WORD],
  ['text.docx', docx({name: 'word/styles.xml', content: '<html><script>'}), WORD],
  ['many.docx', docx(...Array.from({length: 500}, (_, i) => ({name: `word/media/image${i}.png`}))), WORD],
  ['%E8%AF%81%E4%BB%B6.png', png(), 'image/png'],
];

const entry = (name: string, more: Partial<ZipEntry> = {}): Buffer => docx({name, ...more});
const BAD: readonly [name: string, content: Buffer, reason: Refusal][] = [
  ['a.png', Buffer.alloc(0), 'empty'],
  ['a.txt', Buffer.from('text'), 'type'],
  ['a.html', Buffer.from('<!doctype html><script>alert(1)</script>'), 'type'],
  ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'type'],
  ['a.gif', Buffer.from('GIF89a'), 'type'],
  ['a.exe', Buffer.from('MZ\x90\x00'), 'type'],
  ['a.png', Buffer.from('<script>'), 'type'],
  ['a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'type'],
  ['a.rtf', Buffer.from('{\\rtf1 x}'), 'type'],
  ['a.jpg', Buffer.from([0xff, 0xd8]), 'type'],
  ['a.pdf', Buffer.concat([Buffer.from('\n'), pdf()]), 'type'],
  ['a.pdf', Buffer.concat([Buffer.alloc(900, 32), pdf()]), 'type'],
  ['a.pdf', Buffer.from('%PDF-9.9'), 'type'],
  ['a.docx', zip([{name: 'evil.txt'}]), 'type'],
  ['a.docx', zip([...DOCX_PARTS, DOCX_PARTS[0]!]), 'type'],
  ['a.jar', zip([{name: 'META-INF/MANIFEST.MF'}]), 'name'],
  ['a', png(), 'name'],
  ['a.png.exe', png(), 'name'],
  ['a.docm', docx(), 'name'],
  ['a.pdf', png(), 'extension'],
  ['a.png', jpeg(), 'extension'],
  ['a.docx', pdf(), 'extension'],
  ['a.jpg', docx(), 'extension'],
  ['%E2%80%AEgpj.exe', png(), 'name'],
  ['..%2F..%2Fetc%2Fpasswd.png', png(), 'name'],
  ['a%00.png', png(), 'name'],
  ['a%0D%0ASet-Cookie: x.png', png(), 'name'],
  ['%ZZ.png', png(), 'name'],
  [`${'x'.repeat(300)}.png`, png(), 'name'],
  ['.png', png(), 'name'],
  ['a.png', at(33, png(), '<html><script>alert(1)</script>'), 'polyglot'],
  ['a.png', png({text: '<?php system($_GET[0]); ?>'}), 'polyglot'],
  ['a.png', png({text: '<sVg onload=alert(1)>'}), 'polyglot'],
  ['a.jpg', jpeg({comment: '<script>alert(1)</script>'}), 'polyglot'],
  ['a.jpg', Buffer.concat([jpeg(), Buffer.from('<script>alert(1)</script>')]), 'polyglot'],
  ['a.jpg', Buffer.concat([jpeg(), zip([{name: 'a.class'}])]), 'polyglot'],
  ['a.jpg', jpeg({comment: '%PDF-1.7'}), 'polyglot'],
  ['a.pdf', Buffer.concat([pdf(), zip([{name: 'a.class'}])]), 'polyglot'],
  ['a.pdf', pdf('<html><body onload=alert(1)>'), 'polyglot'],
  ['a.png', Buffer.concat([png(), Buffer.from('trailing')]), 'damaged'],
  ['a.png', png().subarray(0, 40), 'damaged'],
  ['a.png', png({width: 0}), 'damaged'],
  ['a.jpg', jpeg().subarray(0, -2), 'damaged'],
  ['a.pdf', Buffer.from('%PDF-1.7\nno end'), 'damaged'],
  ['a.docx', docx().subarray(0, -5), 'damaged'],
  ['a.docx', zip(DOCX_PARTS, {comment: 'x'}), 'damaged'],
  ['a.docx', Buffer.concat([docx(), Buffer.from('<html>')]), 'damaged'],
  ['a.docx', entry('../../evil.txt'), 'damaged'],
  ['a.docx', entry('/etc/passwd'), 'damaged'],
  ['a.docx', entry('word\\evil.txt'), 'damaged'],
  ['a.docx', entry('word/media/a.png', {packed: 1_000_000}), 'damaged'],
  ['a.pdf', pdf('<</S/JavaScript/JS(app.alert(1))>>'), 'active'],
  ['a.pdf', pdf(`${'x'.repeat(985)}/JavaScript`), 'active'],
  ['a.pdf', pdf('<</S/Launch/F(cmd.exe)>>'), 'active'],
  ['a.pdf', pdf('<</Type/EmbeddedFile>>'), 'active'],
  ['a.docx', entry('word/vbaProject.bin'), 'macro'],
  ['a.docx', entry('word/VBAPROJECT.BIN'), 'macro'],
  ['a.docx', entry('word/vbaData.xml'), 'macro'],
  ['a.docx', entry('word/activeX/activeX1.xml'), 'macro'],
  ['a.docx', entry('word/embeddings/oleObject1.bin'), 'macro'],
  ['a.docx', entry('word/embeddings/book.xlsx'), 'macro'],
  ['a.docx', entry('word/renamed.bin'), 'macro'],
  ['a.docx', entry('word/media/run.exe'), 'macro'],
  ['a.docx', entry('word/media/page.html'), 'macro'],
  ['a.docx', entry('word/x.xml', {flags: 1}), 'encrypted'],
  ['a.docx', entry('word/x.xml', {unpacked: 4_000_000_000}), 'bomb'],
  ['a.docx', entry('word/x.xml', {unpacked: 150_000_000}), 'bomb'],
  ['a.png', png({width: 60_000, height: 60_000}), 'bomb'],
  ['a.jpg', jpeg({width: 60_000, height: 60_000}), 'bomb'],
];

test('files that are what their names say are taken', () => {
  for (const [name, content, type] of GOOD) assert.equal(judge(content, name), type, name);
});

test('files that are something else, two things, broken or dangerous are refused, and it is said why', () => {
  for (const [i, [name, content, reason]] of BAD.entries()) assert.equal(judge(content, name), reason, `${i} ${name}`);
  assert.ok(BAD.length >= 40);
});

test('in whatever pieces a file comes, the same is said of it', () => {
  for (const piece of [1, 7, 4096, 1_000_000]) {
    for (const [name, content, type] of GOOD) if (content.length < 20_000) assert.equal(judge(content, name, piece), type, name);
    for (const [name, content, reason] of BAD) if (content.length < 20_000) assert.equal(judge(content, name, piece), reason, name);
  }
});

test('a name is shown as it is meant: composed, and without signs that turn it around', () => {
  assert.equal(readFileName(encodeURIComponent('e\u0301.png')), '\u00e9.png');
  assert.equal(readFileName(encodeURIComponent('\u202Ea\u200B.png ')), 'a.png');
});
