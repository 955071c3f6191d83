import type { ProblemKind } from './problem-kind';

/** Refusals of photos. */
export const attachmentProblems: Readonly<Record<string, ProblemKind>> = {
  'attachments.photoUnknown': { status: 404, title: '找不到该照片' },
  'attachments.photoUsed': { status: 409, title: '有照片已经用过，请重新选择' },
  'attachments.notAPicture': { status: 422, title: '只支持 JPG、PNG、WEBP 图片' },
  'attachments.pictureBroken': { status: 422, title: '图片已损坏，请换一张' },
  'attachments.tooManyPixels': { status: 422, title: '图片尺寸过大，请缩小后再上传' },
  'attachments.tooLarge': { status: 422, title: '图片不能超过 5 MB' },
  'attachments.partUnknown': { status: 422, title: '图片分片编号超出范围' },
  'attachments.quotaSpent': { status: 429, title: '今天上传的图片已达上限，请明天再试' },
  'attachments.tooManyOpen': { status: 409, title: '未完成的上传过多，请稍后再试' },
};
