/** Fills in the form as a person would: through its fields and buttons. */
import {byName, deepAll, until} from './wait.ts';

/** An invented person, with a number that is constructed. */
export const PERSON: Readonly<Record<string, string>> = {
  'applicant.type': 'natural_person',
  'applicant.name': '示例申请人甲',
  'applicant.idType': 'resident_id',
  'applicant.idNumber': '32010019900101000X',
};
export const MATTER: Readonly<Record<string, string>> = {
  'request.title': '青禾路改造工程可行性研究报告的批复',
  'request.description': '示范区青禾路，从人民桥到城北菜场，2026年上半年批复的那一份。',
};
export const WAY: Readonly<Record<string, string>> = {'request.delivery': 'online', 'contact.mobile': '13800000001'};

export const pictureOf = (name = '证件.jpg', size = 2048): File => new File([new Uint8Array(size)], name, {type: 'image/jpeg'});

const field = (root: ParentNode, name: string): Promise<HTMLInputElement> =>
  until(`the field ${name}`, () => deepAll(root, `[data-field="${name}"]`)[0] as HTMLInputElement | undefined);

/** Writes, chooses or ticks each of these, from the top. */
export async function fill(root: ParentNode, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const control = await field(root, name);
    if (control.type === 'radio') {
      const words: Readonly<Record<string, RegExp>> = {
        ...{natural_person: /^公民/, organization: /^法人/, online: /网上/, email: /^电子邮件/, post: /^邮寄/, inspect: /现场/},
        ...{paper: /^纸质/, electronic: /^电子文件/},
      };
      byName(control.closest('fieldset')!, 'input', words[value]!)!.click();
    } else if (control.type === 'checkbox') {
      if (control.checked !== (value === 'yes')) control.click();
    } else {
      control.value = value;
      control.dispatchEvent(new Event(control.localName === 'select' ? 'change' : 'input', {bubbles: true}));
    }
    await (control.getRootNode() as ShadowRoot & {host: {updateComplete?: Promise<unknown>}}).host.updateComplete;
  }
}

/** Chooses files. */
export async function attach(root: ParentNode, name: string, ...files: File[]): Promise<void> {
  const control = await field(root, name);
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  control.files = chosen.files;
  control.dispatchEvent(new Event('change', {bubbles: true}));
}

export async function press(root: ParentNode, name: string | RegExp): Promise<void> {
  (await until(`the button ${String(name)}`, () => byName(root, 'button', name))).click();
}

/** The heading of the step that is shown. */
export const onStep = (root: ParentNode, at: number): Promise<unknown> =>
  until(`step ${at}`, () => deepAll(root, '.step-title').some(({textContent}) => /\d/.exec(textContent)?.[0] === String(at)));

/** From the guide to that step, with everything before it filled in. */
export async function walkTo(root: ParentNode, at: number, closed = false): Promise<void> {
  await press(root, '开始填写');
  if (at < 2) return;
  await onStep(root, 2);
  if (at === 2) return;
  await fill(root, PERSON);
  if (!closed) {
    await attach(root, 'applicant.idProofs', pictureOf());
    await until('the file', () => deepAll(root, '.file').some(({textContent}) => textContent.includes('已传好')));
  }
  await press(root, '下一步');
  await onStep(root, 3);
  if (at === 3) return;
  await fill(root, MATTER);
  await press(root, '下一步');
  await onStep(root, 4);
  if (at === 4) return;
  await fill(root, WAY);
  await press(root, '下一步');
  await onStep(root, 5);
}
