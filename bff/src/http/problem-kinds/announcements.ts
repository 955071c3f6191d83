import type { ProblemKind } from './problem-kind';

/** Refusals of announcements. */
export const announcementProblems: Readonly<Record<string, ProblemKind>> = {
  'announcements.unknown': { status: 404, title: '该公告不存在或已结束' },
  'announcements.versionChanged': { status: 409, title: '公告已被他人修改，请刷新后重试' },
  'announcements.over': { status: 409, title: '公告已结束' },
  'announcements.notDraft': { status: 409, title: '公告已发布' },
  'announcements.windowWrong': { status: 422, title: '结束时间须晚于开始时间，最长展示 366 天' },
  'announcements.windowOver': { status: 422, title: '结束时间已过' },
  'announcements.audienceWrong': { status: 422, title: '经销商公告只面向自己的门店' },
  'announcements.linkUnknown': { status: 422, title: '没有该商品，或促销不在进行中' },
  'announcements.tooMany': { status: 422, title: '未结束的公告最多 30 条，请先停止一些' },
};
