import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import './zwgk-interpretation.ts';
import type {Media} from '@zwgk/contract';
import {useBackend} from '../testing/backend.ts';
import {explained, main} from '../testing/interpretation.ts';
import {byName, until} from '../testing/wait.ts';

const [picture, sound] = main.media as [Media, Media];

async function look(...media: Media[]): Promise<ShadowRoot> {
  const {endpoint} = useBackend(explained({items: [{...main, media}]}));
  const element = await fixture(html`<zwgk-interpretation endpoint=${endpoint} document-id="lift" url-key=""></zwgk-interpretation>`);
  return element.shadowRoot!;
}
const named = (root: ParentNode, selector: string, name: string | RegExp) => until(String(name), () => byName(root, selector, name));

describe('a picture (R4.8)', () => {
  it('has a description, and everything that it says as text', async () => {
    const root = await look(picture);
    const image = await until('the picture', () => root.querySelector('img'));
    expect(image.alt).to.equal('四步流程图：表决、施工、验收、领补贴');
    (await named(root, 'summary', '文字版')).click();
    await until('the text', () => byName(root, 'details[open]', /第一步，业主表决。/));
  });
  it('keeps its place while it loads', async () => {
    const root = await look({...picture, url: new URL('/not-there.svg', location.href).href});
    const image = await until('the picture', () => root.querySelector('img'));
    expect([image.getAttribute('width'), image.getAttribute('height')]).to.deep.equal(['800', '420']);
  });
  it('can be enlarged with the keyboard, and gives the focus back', async () => {
    const root = await look(picture);
    const open = await named(root, 'button', '放大看');
    open.focus();
    await sendKeys({press: 'Enter'});
    const dialog = await until('the window', () => root.querySelector('dialog[open]'));
    const width = (): number => dialog.querySelector('img')!.clientWidth;
    const before = width();
    (await named(dialog, 'button', '放大')).click();
    await until('larger', () => width() > before * 1.4);
    expect(dialog.querySelector('output')!.textContent).to.equal('150%');
    await sendKeys({press: 'Escape'});
    await until('closed', () => !root.querySelector('dialog[open]'));
    expect(root.activeElement === open).to.equal(true);
  });
});

describe('sound and film (R4.8)', () => {
  it('has captions without asking any server for them', async () => {
    const root = await look(sound);
    const player = await until('the player', () => root.querySelector('audio'));
    const track = await until('captions', () => player.textTracks[0]);
    expect([track.kind, track.cues!.length]).to.deep.equal(['captions', 3]);
    expect(player.querySelector('track')).to.equal(null);
  });
  it('shows captions on a film', async () => {
    const root = await look({...sound, kind: 'video'});
    const player = await until('the player', () => root.querySelector('video'));
    expect((await until('captions', () => player.textTracks[0])).mode).to.equal('showing');
  });
  it('goes to the sentence that is chosen in the transcript, and marks the one that is said', async () => {
    const root = await look(sound);
    (await named(root, 'summary', '文字稿')).click();
    const player = await until('the player', () => root.querySelector('audio'));
    (await named(root, 'button', /四层以上/)).click();
    expect(player.currentTime).to.equal(12);
    player.dispatchEvent(new Event('timeupdate'));
    await until('the sentence', () => /四层以上/.test(root.querySelector('.cue[aria-current=true]')?.textContent ?? ''));
  });
});

describe('what lies on another host (R9.2)', () => {
  it('is not loaded: a link says that it leads elsewhere, and the text is here', async () => {
    const root = await look({...picture, url: 'https://cdn.example.org/a.svg'});
    const link = (await named(root, 'a', '到原网站打开（新窗口）')) as HTMLAnchorElement;
    expect(link.rel).to.equal('noopener noreferrer');
    expect(root.querySelector('img')).to.equal(null);
    expect(byName(root, 'summary', '文字版')).to.not.equal(undefined);
  });
  it('is no link where its address could run', async () => {
    const root = await look({...picture, url: 'javascript:alert(1)'});
    await named(root, 'summary', '文字版');
    expect(root.querySelector('.media a, .media img')).to.equal(null);
  });
});
