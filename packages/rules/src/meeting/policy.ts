import type {PolicyProfile} from '@zwgk/contract';

/** Numbers for meetings, of the law or agreed for the product; all of them stand in the policy profile. */
export interface MeetingPolicy {
  /** Whole days between the notice of a hearing and the hearing, unless a reason is stated. */
  readonly noticeDays: number;
  /** Days before a hearing by which its participants have the materials (国务院令第713号 第十六条). */
  readonly materialsDays: number;
  /** Working days after a hearing within which its record is due. */
  readonly recordWorkdays: number;
}

/** Reads the numbers out of a policy profile. @throws {RangeError} naming what the profile lacks or counts in another unit. */
export function meetingPolicy({periods}: PolicyProfile): MeetingPolicy {
  const period = (name: string, unit: string): number => {
    const found = periods[name];
    if (found?.unit !== unit) throw new RangeError(`policy profile: no period ${name} in ${unit}s`);
    return found.value;
  };
  return {
    noticeDays: period('hearingNotice', 'day'),
    materialsDays: period('hearingMaterials', 'day'),
    recordWorkdays: period('hearingRecord', 'workday'),
  };
}
