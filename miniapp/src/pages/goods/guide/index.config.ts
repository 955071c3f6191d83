export default definePageConfig({ navigationBarTitleText: '进货清单', enablePullDownRefresh: true });
