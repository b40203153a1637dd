FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Bot --configuration Release --output /whybot

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /whybot /whybot
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
WORKDIR /data
VOLUME /data
ENV Whybot__Url=http://0.0.0.0:8380 Whybot__Store__File=/data/whybot.db Whybot__Evidence__Folder=/data/whybot-evidence
EXPOSE 8380 8381
ENTRYPOINT ["dotnet", "/whybot/whybot.dll"]
CMD ["serve"]
