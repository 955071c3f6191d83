export default definePageConfig({ navigationBarTitleText: '我的区域', enablePullDownRefresh: true });
