import type {AnswerStrings} from './application-status.answer.strings.ts';

export const en: AnswerStrings = {
  codes: {
    granted: ['Disclosed', 'The information you asked for can be made public.'],
    partial: ['Disclosed in part', 'You get what can be made public; the rest has been taken out or covered.'],
    'denied.state_secret': ['Not disclosed', 'The information is a state secret, which the law keeps closed.'],
    'denied.law_forbidden': ['Not disclosed', 'Another law or administrative regulation forbids making it public.'],
    'denied.security_stability': [
      'Not disclosed',
      'Making it public could endanger national, public or economic security, or social stability.',
    ],
    'denied.third_party': [
      'Not disclosed',
      'It concerns trade secrets or somebody’s privacy; making it public would harm the rights of others.',
    ],
    'denied.internal_affairs': ['Not disclosed', 'It is about the agency’s own staff, supplies or workflow, and is not made public.'],
    'denied.process_info': [
      'Not disclosed',
      'It came about while something was being discussed, drafted, consulted on or reported, and is not made public.',
    ],
    'denied.enforcement_file': ['Not disclosed', 'It is part of an administrative enforcement file, and is not made public.'],
    'denied.admin_query': [
      'Not disclosed',
      'It is a record such as that of companies or real estate, for which the law has its own way of inquiry; please use that way.',
    ],
    'unavailable.not_held': ['Not available', 'This agency does not have the information.'],
    'unavailable.needs_creation': ['Not available', 'The information does not exist as such; it would have to be worked out first.'],
    'unavailable.still_unclear': ['Not available', 'Even after the correction it is not clear which information is meant.'],
    'not_processed.petition': [
      'Not dealt with',
      'What you wrote is a petition, a complaint or a report, not a request for information; please use the channel for that.',
    ],
    'not_processed.repeat': ['Not dealt with', 'You have been answered on the same matter before.'],
    'not_processed.publication': ['Not dealt with', 'You asked for a published work; the answer says where to find it.'],
    'not_processed.excessive': [
      'Not dealt with',
      'The requests were clearly too many, and the reasons given for them were not reasonable.',
    ],
    'not_processed.reconfirm': ['Not dealt with', 'You asked to have information that you already got confirmed or issued again.'],
    'other.correction_overdue': ['Closed', 'There was no correction in time, nor a good reason; it is no longer dealt with.'],
    'other.fee_overdue': ['Closed', 'The fee was not paid in time; it is no longer dealt with.'],
    'other.other': ['Closed', 'The answer below says how it was dealt with.'],
    'record.corrected': ['Corrected', 'The record was wrong and has been put right.'],
    'record.kept': ['Not corrected', 'The record was checked and left as it is; the answer below says why.'],
    'record.referred': [
      'Referred',
      'This agency may not correct the record; it was passed to the one that may, or you are told whom to ask.',
    ],
  },
  details: {
    already_public: 'The information is public already; the answer says where to read it.',
    provided: 'The information is given to you below.',
    not_existing: 'A search was made; the information does not exist.',
    other_agency: 'It is not this agency that makes the information public.',
  },
  text: 'The answer',
  law: 'Law: ',
  elsewhere: 'Please ask this agency: ',
  documents: 'Documents named in the answer',
  attachments: 'Attachments',
  remedies: 'If you do not agree',
};
