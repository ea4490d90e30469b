/** The guide of an agency as visitors see it (R6.5), and whether its form is open (R18.1). */
import type {Agency, ApplicationGuide, ApplicationGuideInput, Delivery, Medium} from '@zwgk/contract';
import {DELIVERIES, MEDIA} from '@zwgk/rules/application';
import {canOpen} from '../../store/applications/guides.ts';
import type {Store} from '../../store/store.ts';
import {MOST_UPLOAD_BYTES} from '../../uploads/files.ts';

/** Of an agency that has written none: what the law says holds for it, too; it says so since the law is in force. */
const NO_GUIDE: ApplicationGuideInput & {version: number; updatedOn: string} = {
  version: 1,
  updatedOn: '2019-05-15',
  sections: [],
  extraFields: [],
  deliveries: Object.keys(DELIVERIES) as Delivery[],
  media: Object.keys(MEDIA) as Medium[],
};

export async function guideOf(store: Store, agency: Agency, today: string): Promise<ApplicationGuide> {
  const guide = (await store.applications.guide(agency.id)) ?? NO_GUIDE;
  const averageWorkdays = await store.applications.averageWorkdays(agency.id, today);
  return {
    ...guide,
    agency: agency.id,
    agencyName: agency.name,
    open: store.applications.ready && canOpen(agency, guide),
    applicability: agency.applicability,
    office: agency.office,
    maxUploadBytes: MOST_UPLOAD_BYTES,
    ...(averageWorkdays === undefined ? {} : {averageWorkdays}),
  };
}

/** By its id alone. */
export async function agencyById(store: Store, id: string): Promise<Agency | undefined> {
  const agency = await store.findAgency(id);
  return agency?.id === id ? agency : undefined;
}
