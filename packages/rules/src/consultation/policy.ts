import type {PolicyProfile} from '@zwgk/contract';

/** Numbers for consultations, of the law or agreed for the product; all of them stand in the policy profile. */
export interface ConsultationPolicy {
  /** Whole days for which opinions are asked, unless a reason is stated (国务院令第713号 第十五条). */
  readonly minimumDays: number;
  /** Days after closing within which the report is due: 及时 (R3.10), in days by agreement. */
  readonly reportDays: number;
  /** Days before a hearing by which its participants have the materials (国务院令第713号 第十六条). */
  readonly materialsDays: number;
  /** 相对集中 (R3.10) by agreement: so many comments, and such a share of those that concern the draft. */
  readonly concentratedComments: number;
  readonly concentratedShare: number;
}

/** Reads the numbers out of a policy profile. @throws {RangeError} naming what the profile lacks or counts in another unit. */
export function consultationPolicy({periods, numbers}: PolicyProfile): ConsultationPolicy {
  const days = (name: string): number => {
    const period = periods[name];
    if (period?.unit !== 'day') throw new RangeError(`policy profile: no period ${name} in days`);
    return period.value;
  };
  const number = (name: string): number => {
    const value = numbers[name]?.value;
    if (value === undefined) throw new RangeError(`policy profile: no number ${name}`);
    return value;
  };
  return {
    minimumDays: days('consultationMinimum'),
    reportDays: days('consultationReport'),
    materialsDays: days('hearingMaterials'),
    concentratedComments: number('concentratedComments'),
    concentratedShare: number('concentratedShare'),
  };
}
