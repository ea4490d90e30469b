/** Pictures, sound and film of an interpretation, with the words that stand in files beside it (R4.8). */
import {join} from 'node:path';
import type {Media} from '@zwgk/contract';
import type {ParsedInterpretation, ParsedMedia} from './interpretation-file.ts';
import {cleanText, decodeText, readSource} from './source.ts';
import {readVtt} from './vtt.ts';

/**
 * Media as the contract has them: captions as cues, a transcript as text.
 * @param folder Where those files are, whatever address the page has for them.
 */
export async function readMedia({media, meta}: ParsedInterpretation, folder: string, report: (message: string) => void): Promise<Media[]> {
  return Promise.all(media.map((one) => whole(one, meta.title, folder, report)));
}

async function whole(
  {captions, transcript, ...media}: ParsedMedia,
  title: string | undefined,
  folder: string,
  report: (message: string) => void,
): Promise<Media> {
  const read = async (name: string, what: string): Promise<string | undefined> => {
    const file = String(name).split(/[\\/]/).at(-1)!;
    const source = await readSource(join(folder, file)).catch(() => undefined);
    if (!source) report(`没有找到${what}文件“${file}”，请放到解读文件旁边，或者用 --media 写明文件夹。`);
    return source && cleanText(decodeText(source.bytes));
  };
  const vtt = captions === undefined ? undefined : await read(captions, '字幕');
  const text = transcript === undefined ? undefined : await read(transcript, '文字稿');
  const {cues, faults} = vtt === undefined ? {cues: [], faults: []} : readVtt(vtt);
  for (const {line, message} of faults) report(`字幕文件“${captions}”第 ${line} 行：${message}`);
  return {
    ...(title === undefined ? {} : {title}),
    ...media,
    ...(text ? {text: text.trim()} : {}),
    ...(cues.length > 0 ? {cues} : {}),
  } as Media;
}
