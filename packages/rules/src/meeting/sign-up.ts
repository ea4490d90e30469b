/** Signing up for a meeting (R3.12, R11.2): what is sent, who gets a seat, and what becomes of a sign-up. */
import type {MeetingRole, SignUpInput, SignUpOffer, SignUpState} from '@zwgk/contract';
import type {IdentifierCode} from '../application/checked.ts';
import {validateEmail, validateMobile} from '../application/contact.ts';
import {commentText} from '../consultation/text.ts';
import {seatsLeft, type SeatCounts} from './standing.ts';

export type SignUpCode = IdentifierCode | 'required' | 'unknown-role' | 'not-offered' | 'consent-required';

/** One thing to put right. */
export interface SignUpProblem {
  readonly field: keyof SignUpInput;
  readonly code: SignUpCode;
}

/** Product limits, not the law's, in code points after trimming. */
export const SIGN_UP_LIMITS = {name: 50, employer: 100, statement: 1000, needs: 200, mobile: 30, email: 100} as const;

/** As it is kept: signs that cannot be seen, or turn the writing round, are no part of a name. */
export const nameOf = (text: string): string => commentText(text.replace(/[\p{Cf}\p{Cc}]/gu, ''));

const CHECKS = {mobile: validateMobile, email: validateEmail} as const;

/**
 * What is missing or wrong, in the order of the form; the form and the server use the same (R3.12, 个人信息保护法第六、十四条).
 * No more is taken than is asked for.
 */
export function validateSignUp(input: SignUpInput, {roles, fields = []}: Pick<SignUpOffer, 'roles' | 'fields'>): SignUpProblem[] {
  const found: SignUpProblem[] = [];
  const {role, name = '', consent = false} = input;
  if (!roles.some((each) => each.role === role)) found.push({field: 'role', code: role === undefined ? 'required' : 'unknown-role'});
  const kept = nameOf(name);
  if (!kept) found.push({field: 'name', code: 'required'});
  if ([...kept].length > SIGN_UP_LIMITS.name) found.push({field: 'name', code: 'too-long'});
  for (const field of ['mobile', 'email', 'employer', 'statement', 'needs'] as const) {
    const text = commentText(input[field] ?? '');
    const asked = fields.find((each) => each.field === field);
    if (!text && asked?.required) found.push({field, code: 'required'});
    if (!text) continue;
    if (!asked) found.push({field, code: 'not-offered'});
    else if ([...text].length > SIGN_UP_LIMITS[field]) found.push({field, code: 'too-long'});
    else if (field === 'mobile' || field === 'email') {
      const checked = CHECKS[field](text);
      if (!checked.ok) found.push({field, code: checked.code});
    }
  }
  if (!consent) found.push({field: 'consent', code: 'consent-required'});
  return found;
}

/** Where a new sign-up comes to stand; `undefined` where there is no room for it. */
export function placed(offer: SignUpOffer, role: MeetingRole, counts: SeatCounts): SignUpState | undefined {
  if (offer.method !== 'order') return 'received';
  const {left = 0, waitingLeft = 0} = seatsLeft(offer, counts).find((each) => each.role === role) ?? {};
  return left > 0 ? 'confirmed' : waitingLeft > 0 ? 'waiting' : undefined;
}

const STANDING: readonly SignUpState[] = ['received', 'confirmed', 'waiting'];

/** Whether somebody still means to come, and may. */
export const stands = (state: SignUpState): boolean => STANDING.includes(state);

/** A seat may be given back, or refused, until the meeting begins. */
export const canWithdraw = (state: SignUpState, startsAt: string, now: number): boolean =>
  (stands(state) || state === 'not_selected') && now < Date.parse(startsAt);

/** Who takes part in a draw, and for what. */
export interface Candidate {
  readonly number: string;
  readonly role: MeetingRole;
}

export interface Drawn {
  readonly confirmed: string[];
  /** In the order in which they come in when a seat becomes free. */
  readonly waiting: string[];
}

/**
 * A draw among those who signed up, each role for itself: the same seed gives the same result, so that anybody who has
 * the numbers can work it out again (国务院令第713号 第十六条).
 * @param rank What a number draws: no two draw the same.
 */
export function drawLots(candidates: readonly Candidate[], {roles}: Pick<SignUpOffer, 'roles'>, rank: (number: string) => string): Drawn {
  const drawn: Drawn = {confirmed: [], waiting: []};
  for (const {role, seats} of roles) {
    const ranked = candidates
      .filter((each) => each.role === role)
      .map(({number}) => ({number, lot: rank(number)}))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .map(({number}) => number);
    drawn.confirmed.push(...ranked.slice(0, seats));
    drawn.waiting.push(...ranked.slice(seats));
  }
  return drawn;
}
