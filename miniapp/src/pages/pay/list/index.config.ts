export default definePageConfig({ navigationBarTitleText: '付款记录', enablePullDownRefresh: true });
