export default definePageConfig({ navigationBarTitleText: '退换与售后', enablePullDownRefresh: true });
