storyjsonp_data = {
 "timeline": {
  "headline": "Old one",
  "type": "default",
  "text": "x",
  "date": [
   {
    "startDate": "2011,12,10",
    "endDate": "2011,12,11",
    "headline": "Two days",
    "text": "<p>Body</p>",
    "tag": "Tag A",
    "asset": {
     "media": "https://a.example/v",
     "credit": "C",
     "caption": "D"
    }
   },
   {
    "startDate": "2011,5",
    "headline": "A month"
   },
   {
    "startDate": "2011",
    "headline": "A year"
   },
   {
    "startDate": "2011,12,10,17,44",
    "headline": "A minute"
   },
   {
    "startDate": "3/4/2011",
    "headline": "Either way"
   },
   {
    "startDate": "",
    "headline": "Never"
   }
  ],
  "era": [
   {
    "startDate": "2011",
    "endDate": "2012",
    "headline": "E"
   }
  ]
 }
};
