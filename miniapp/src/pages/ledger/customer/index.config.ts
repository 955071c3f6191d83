export default definePageConfig({ navigationBarTitleText: '客户往来', enablePullDownRefresh: true });
