import type {MediaStrings} from './interpretation.media.strings.ts';

export const en: MediaStrings = {
  zoom: 'Look closely',
  larger: 'Larger',
  smaller: 'Smaller',
  close: 'Close',
  view: 'Picture, can be moved in all directions',
  captions: 'Captions',
  text: 'As text',
  transcript: 'Transcript',
  seek: 'Choose a sentence to play from there.',
  elsewhere: 'Open on its own website (new window)',
};
