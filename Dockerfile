# Build:  docker build -t briefingbot .
# Run:    docker run --rm -v briefingbot:/data --network host briefingbot
# Verbs:  docker run --rm -v briefingbot:/data -v "$PWD:/in:ro" briefingbot add /in
# For others, behind a proxy that speaks TLS (docs/channels.md):
#   docker run -d -v briefingbot:/data -p 127.0.0.1:5080:5080 -e BRIEFINGBOT_Web__Url=http://0.0.0.0:5080 \
#     -e BRIEFINGBOT_Web__SignIn=true -e BRIEFINGBOT_Web__PublicUrl=https://briefings.example.org briefingbot
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/BriefingBot -c Release -o /app --nologo -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
# The user of the base image; the data folder is the only place it writes to.
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
# The data folder is "data" where the program runs, so that every verb finds it.
WORKDIR /
ENV DOTNET_gcServer=0
# The token comes from the environment (BRIEFINGBOT_Discord__Token), never from a file of the image.
# A stop is graceful: what runs is finished, what waits is marked interrupted and can be asked again.
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "/app/briefingbot.dll"]
CMD ["serve"]
