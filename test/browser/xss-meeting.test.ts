/** The published XSS corpus through every field of a meeting that shows text or an address of others. Nothing runs. */
import {expect} from '@open-wc/testing';
import {html, render} from 'lit';
import '@zwgk/elements/meeting';
import {useBackend} from '../../packages/elements/src/testing/backend.ts';
import {meeting, Meetings} from '../../packages/elements/src/testing/meetings.ts';
import {deepAll, until} from '../../packages/elements/src/testing/wait.ts';
import {executed, loadVectors, setAlarm} from './xss-corpus.ts';

const vectors = await loadVectors();
const RUN = ['javascript:xss(1)', ' java\tscript:xss(1)', 'data:text/html,<script>xss(1)</script>', 'vbscript:xss(1)'];

describe('a meeting', () => {
  it('runs nothing: title, place, agenda, materials, record, reasons, and every address', async function () {
    this.timeout(60_000);
    setAlarm();
    const items = [...vectors, ...RUN].map((vector, i) =>
      meeting('recorded', {
        ...{id: `meet-${i}`, title: vector, agencyName: vector, intro: vector, shortNoticeReason: vector},
        place: {name: vector, address: vector, access: vector, transport: vector},
        agenda: [{title: vector, livelihood: true, notConsultedReason: vector}],
        materials: [{title: vector, url: vector}],
        changes: [{at: '2026-11-20T01:00:00Z', reason: vector, startsAt: '2026-12-07T01:00:00Z', endsAt: '2026-12-07T03:30:00Z'}],
        record: {kind: 'minutes', text: vector, url: vector, publishedAt: '2026-12-15T01:00:00Z'},
        replay: {url: vector, captions: false, note: vector},
      }),
    );
    const {endpoint} = useBackend({meetings: new Meetings(items)});
    const box = document.body.appendChild(document.createElement('div'));
    render(
      items.map(({id}) => html`<zwgk-meeting endpoint=${endpoint} meeting-id=${id} url-key=""></zwgk-meeting>`),
      box,
    );
    await until('all meetings', () => deepAll(box, 'article').length === items.length, 40_000);
    const left = deepAll(box, 'script, iframe, img, form');
    const running = deepAll(box, 'a[href]').filter(
      (link) => !/^https?:$/.test((link as HTMLAnchorElement).protocol) && !link.closest('slot'),
    );
    box.remove();
    expect(left.map(({outerHTML}) => outerHTML)).to.deep.equal([]);
    expect(running.map(({outerHTML}) => outerHTML)).to.deep.equal([]);
    expect(executed).to.deep.equal([]);
  });
});
