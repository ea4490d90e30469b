import type {FeeSchedule, PolicyProfile} from '@zwgk/contract';
import type {WorkCalendar} from '../calendar.ts';

/** The law's numbers for applications, in working days and yuan; all of them stand in the policy profile. */
export interface RequestPolicy {
  readonly answer: number;
  readonly recordCorrection: number;
  readonly extension: number;
  readonly correctionNotice: number;
  readonly thirdParty: number;
  readonly coAgency: number;
  readonly feePayment: number;
  readonly perItem: FeeSchedule;
  readonly perPage: FeeSchedule;
}

/** What rules about time need besides the application. */
export interface RequestRules {
  readonly policy: RequestPolicy;
  readonly calendar: WorkCalendar;
}

/** Reads the numbers out of a policy profile. @throws {RangeError} naming what the profile lacks or counts in another unit. */
export function requestPolicy({periods, fees}: PolicyProfile): RequestPolicy {
  const workdays = (name: string): number => {
    const period = periods[name];
    if (period?.unit !== 'workday') throw new RangeError(`policy profile: no period ${name} in working days`);
    return period.value;
  };
  if (!fees) throw new RangeError('policy profile: no fees');
  return {
    answer: workdays('requestAnswer'),
    recordCorrection: workdays('recordCorrection'),
    extension: workdays('requestExtension'),
    correctionNotice: workdays('requestCorrectionNotice'),
    thirdParty: workdays('thirdPartyOpinion'),
    coAgency: workdays('coAgencyOpinion'),
    feePayment: workdays('feePayment'),
    perItem: fees.perItem,
    perPage: fees.perPage,
  };
}
