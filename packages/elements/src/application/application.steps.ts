/** The steps of the form, each with an address of its own. */
export const STEPS = ['guide', 'who', 'what', 'how', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** The step of that name; the first for anything else. */
export const stepOf = (name: string | null): Step => STEPS.find((step) => step === name) ?? 'guide';

/** The step before or after. */
export const stepBy = (step: Step, by: 1 | -1): Step => STEPS[STEPS.indexOf(step) + by] ?? step;
