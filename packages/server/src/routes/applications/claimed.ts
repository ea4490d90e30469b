import {ProblemError} from '../../http/problem.ts';
import {UploadGoneError, type Claim} from '../../store/applications/claims.ts';

/** Says of a file that is gone where it was named. @throws ProblemError `upload-expired` */
export async function withFiles<T>(claims: readonly (Claim & {path: string})[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UploadGoneError)) throw error;
    const path = claims.findLast(({id}) => id === error.id)!.path;
    throw new ProblemError('upload-expired', {errors: [{path, code: 'upload-expired', message: '文件已过期，请重新上传'}]});
  }
}
