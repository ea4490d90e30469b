/** What is found about links between documents and what explains them. */
export interface LinkFault {
  /** Address or id of what lacks the link. */
  readonly from: string;
  /** What it should lead to, where that is known. */
  readonly to?: string;
  /** Plain Chinese. */
  readonly problem: string;
}

export interface LinkReport {
  readonly checked: number;
  readonly broken: readonly LinkFault[];
  /** Worth a look; not broken. */
  readonly notices: readonly LinkFault[];
}
