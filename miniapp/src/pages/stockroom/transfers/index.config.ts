export default definePageConfig({ navigationBarTitleText: '调拨', enablePullDownRefresh: true });
