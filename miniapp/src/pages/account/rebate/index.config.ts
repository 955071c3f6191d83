export default definePageConfig({ navigationBarTitleText: '返利流水', enablePullDownRefresh: true });
