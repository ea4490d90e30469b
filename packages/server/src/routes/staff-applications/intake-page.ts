/** 登记回执: the receipt of an application that the staff entered, to be printed and handed over. */
import type {IntakeInput, IntakeReceipt, Office} from '@zwgk/contract';
import {escapeHtml, printPage} from '../../http/print-page.ts';
import {INTAKE_STRINGS} from './intake-page.strings.ts';

export function intakePage(receipt: IntakeReceipt, {request = {}}: IntakeInput, office: Office, lang: keyof typeof INTAKE_STRINGS): string {
  const t = INTAKE_STRINGS[lang];
  const day = (date: string): string => {
    const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
    return t.date(year, month, dayOfMonth);
  };
  const row = (name: string, text: string, kind = ''): string =>
    text === '' ? '' : `<dt>${escapeHtml(name)}</dt><dd${kind && ` class="${kind}"`}>${escapeHtml(text)}</dd>`;
  const {title, docNumber, description} = request;
  const next = receipt.next.map(({what, on, estimated}) => `${t.milestones[what]} ${day(on)}${estimated ? t.estimated : ''}`);
  const rows = [
    row(t.number, receipt.number, 'code'),
    row(t.code, receipt.queryCode, 'code'),
    row(t.agency, receipt.agencyName),
    row(t.office, [office.name, office.address, office.phone].filter(Boolean).join('\n')),
    row(t.basis, receipt.oral ? `${t.bases[receipt.basis]}\n${t.oral}` : t.bases[receipt.basis]),
    row(t.handedIn, day(receipt.handedInOn)),
    row(t.received, receipt.receivedOn === undefined ? t.unconfirmed : day(receipt.receivedOn)),
    row(t.asked, [title, docNumber, description].filter(Boolean).join('\n')),
    row(t.next, next.join('\n')),
  ];
  return printPage(t.title, `<dl>${rows.join('')}</dl><p>${escapeHtml(t.lookUp)}</p>`, lang);
}
