export default definePageConfig({ navigationBarTitleText: '常用单', enablePullDownRefresh: true });
