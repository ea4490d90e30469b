/** Rules of hearings, meetings and open days (R3.12–R3.14, R11.2, R12.3; 国务院令第713号 第十六、十七条). */
export * from './vocabulary.ts';
export {calendarEntry} from './calendar-entry.ts';
export {meetingPolicy, type MeetingPolicy} from './policy.ts';
export {isMoved, reviewMeeting, type MeetingCode, type MeetingViolation} from './review.ts';
export {
  SIGN_UP_LIMITS,
  canWithdraw,
  drawLots,
  nameOf,
  placed,
  stands,
  validateSignUp,
  type Candidate,
  type Drawn,
  type SignUpCode,
  type SignUpProblem,
} from './sign-up.ts';
export {
  meetingStanding,
  recordDuty,
  seatsLeft,
  signUpOpensAt,
  turnsOf,
  type RoleCounts,
  type ScheduledMeeting,
  type SeatCounts,
} from './standing.ts';
export {maskName} from '../application/masks.ts';
