export default definePageConfig({ navigationBarTitleText: '对账与应收', enablePullDownRefresh: true });
