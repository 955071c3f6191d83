export default definePageConfig({ navigationBarTitleText: '我的报表', enablePullDownRefresh: true });
