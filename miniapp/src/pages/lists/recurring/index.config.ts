export default definePageConfig({ navigationBarTitleText: '定期订货', enablePullDownRefresh: true });
